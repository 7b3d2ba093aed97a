/** Countries and their capitals: [English front, English back, German front, German back]. */
export const CAPITALS = {
  id: "capitals",
  name: ["Capitals", "Hauptstädte"],
  about: ["Thirty-two countries and their capitals.", "Zweiunddreißig Länder und ihre Hauptstädte."],
  cards: [
    ["Greece", "Athens", "Griechenland", "Athen"], ["Portugal", "Lisbon", "Portugal", "Lissabon"],
    ["Iceland", "Reykjavík", "Island", "Reykjavík"], ["Estonia", "Tallinn", "Estland", "Tallinn"],
    ["Latvia", "Riga", "Lettland", "Riga"], ["Lithuania", "Vilnius", "Litauen", "Vilnius"],
    ["Slovenia", "Ljubljana", "Slowenien", "Ljubljana"], ["Croatia", "Zagreb", "Kroatien", "Zagreb"],
    ["Bulgaria", "Sofia", "Bulgarien", "Sofia"], ["Romania", "Bucharest", "Rumänien", "Bukarest"],
    ["Norway", "Oslo", "Norwegen", "Oslo"], ["Finland", "Helsinki", "Finnland", "Helsinki"],
    ["Turkey", "Ankara", "Türkei", "Ankara"], ["Georgia", "Tbilisi", "Georgien", "Tiflis"],
    ["Kazakhstan", "Astana", "Kasachstan", "Astana"], ["Mongolia", "Ulaanbaatar", "Mongolei", "Ulaanbaatar"],
    ["Japan", "Tokyo", "Japan", "Tokio"], ["Vietnam", "Hanoi", "Vietnam", "Hanoi"],
    ["Nepal", "Kathmandu", "Nepal", "Kathmandu"], ["Pakistan", "Islamabad", "Pakistan", "Islamabad"],
    ["Morocco", "Rabat", "Marokko", "Rabat"], ["Senegal", "Dakar", "Senegal", "Dakar"],
    ["Nigeria", "Abuja", "Nigeria", "Abuja"], ["Kenya", "Nairobi", "Kenia", "Nairobi"],
    ["Ethiopia", "Addis Ababa", "Äthiopien", "Addis Abeba"], ["Madagascar", "Antananarivo", "Madagaskar", "Antananarivo"],
    ["Canada", "Ottawa", "Kanada", "Ottawa"], ["Brazil", "Brasília", "Brasilien", "Brasília"],
    ["Uruguay", "Montevideo", "Uruguay", "Montevideo"], ["Peru", "Lima", "Peru", "Lima"],
    ["Australia", "Canberra", "Australien", "Canberra"], ["New Zealand", "Wellington", "Neuseeland", "Wellington"],
  ],
};
